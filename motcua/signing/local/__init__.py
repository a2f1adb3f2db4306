"""A certificate authority, time stamps and keys on this computer, for demonstration and tests; keys are made anew."""
