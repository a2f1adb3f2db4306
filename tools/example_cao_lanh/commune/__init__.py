"""Records of the commune: UBND xã Bình Thạnh."""
