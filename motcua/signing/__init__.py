"""PDF in, signed or verified PDF out. The key is elsewhere: what is to be signed goes out, a signature comes in."""
