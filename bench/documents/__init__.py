"""How many documents an office prints in a second, beside the bare tools that set them."""
