"""A demonstration province: real units and procedures, invented persons, some weeks of dossiers in every state."""
