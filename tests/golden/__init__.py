"""Events as they were first written: they are read for ever."""
