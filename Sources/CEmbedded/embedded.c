// The data files of the repository, put into the program at build time: one file to install, nothing to find
// at run time. The files themselves stay where people look for them.
#include "embedded.h"
#include <string.h>

// #embed is C23; the compiler that comes with Swift knows it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char permenpanrb_52_2014[] = {
#embed "../../Instruments/permenpanrb-52-2014.json"
};
static const unsigned char permenpanrb_90_2021[] = {
#embed "../../Instruments/permenpanrb-90-2021.json"
};
static const unsigned char ministry_form[] = {
#embed "../../Instruments/forms/kemenpanrb-90-2021.json"
};
static const unsigned char portalrb_form[] = {
#embed "../../Instruments/forms/portalrb-2026.json"
};
static const unsigned char style_sheet[] = {
#embed "../Service/Assets/zona.css"
};
static const unsigned char sample_sheet[] = {
#embed "../Service/Assets/contoh-lke.csv"
};
static const unsigned char common_passwords[] = {
#embed "../Service/Assets/kata-sandi-umum.txt"
};

static const unsigned char schema_1_sqlite[] = {
#embed "../Service/Schema/0001-dasar.sqlite.sql"
};
static const unsigned char schema_1_postgres[] = {
#embed "../Service/Schema/0001-dasar.postgres.sql"
};

#define FILE_ENTRY(name, bytes) {name, bytes, sizeof bytes}
static const zona_embedded_file files[] = {
    FILE_ENTRY("permenpanrb-52-2014.json", permenpanrb_52_2014),
    FILE_ENTRY("permenpanrb-90-2021.json", permenpanrb_90_2021),
    FILE_ENTRY("forms/kemenpanrb-90-2021.json", ministry_form),
    FILE_ENTRY("forms/portalrb-2026.json", portalrb_form),
    FILE_ENTRY("zona.css", style_sheet),
    FILE_ENTRY("contoh-lke.csv", sample_sheet),
    FILE_ENTRY("kata-sandi-umum.txt", common_passwords),
    FILE_ENTRY("0001-dasar.sqlite.sql", schema_1_sqlite),
    FILE_ENTRY("0001-dasar.postgres.sql", schema_1_postgres),
};

const zona_embedded_file *zona_embedded(const char *name) {
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        if (strcmp(files[i].name, name) == 0) return &files[i];
    return NULL;
}
