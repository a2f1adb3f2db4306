"""Records of the district: UBND huyện Cao Lãnh."""
