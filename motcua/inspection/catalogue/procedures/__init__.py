"""Reform of administrative procedures: reception, settlement, return, digitisation, payment of procedures."""
