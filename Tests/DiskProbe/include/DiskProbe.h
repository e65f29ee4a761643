/// Nothing is called in this library: it is preloaded, and DiskProbe.c says what it does.
