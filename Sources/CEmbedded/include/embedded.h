#pragma once
#include <stddef.h>

/// A file that travels inside the program.
typedef struct {
    const char *name;
    const unsigned char *bytes;
    size_t size;
} zona_embedded_file;

/// The file with this name, or NULL.
const zona_embedded_file *zona_embedded(const char *name);
