/// Certificates and keys made for tests; nobody trusts them.
enum Certificates {
    /// Ends in the next century.
    static let one = """
        -----BEGIN CERTIFICATE-----
        MIIBpDCCAUmgAwIBAgIURbDa/2FMYYy4nm0NwTUxlKctj6swCgYIKoZIzj0EAwIw
        GDEWMBQGA1UEAwwNb25lLnpvbmEudGVzdDAgFw0yNjExMjQwMjE5MjFaGA8yMTI1
        MDYxODAyMTkyMVowGDEWMBQGA1UEAwwNb25lLnpvbmEudGVzdDBZMBMGByqGSM49
        AgEGCCqGSM49AwEHA0IABBfgmbH0cKAUELNkKOAzpheD15xgtP5/dhJZvIKq2o1S
        xQ8D3DYGaYgF8rgHmsYmoARDwEIf9A/MMG4CuC2jYNajbzBtMB0GA1UdDgQWBBRP
        jkju2Q9lPTHODy651O5CAqeC0jAfBgNVHSMEGDAWgBRPjkju2Q9lPTHODy651O5C
        AqeC0jAPBgNVHRMBAf8EBTADAQH/MBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAA
        ATAKBggqhkjOPQQDAgNJADBGAiEAoGp9O//jaOksn+BvJNBZ9VharfI6TUSJwEOF
        MBTKUbkCIQCvkcYrVnseWwFoGtbueUX56+MT32RP5lTbrc1AYjdP0w==
        -----END CERTIFICATE-----
        """

    static let oneKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgMbhGh9LafOtLN5ih
        1my8xZMcDY3PcaiZcdS6rDbM1IahRANCAAQX4Jmx9HCgFBCzZCjgM6YXg9ecYLT+
        f3YSWbyCqtqNUsUPA9w2BmmIBfK4B5rGJqAEQ8BCH/QPzDBuArgto2DW
        -----END PRIVATE KEY-----
        """

    /// Another one of the same kind.
    static let two = """
        -----BEGIN CERTIFICATE-----
        MIIBozCCAUmgAwIBAgIULr3bjOGkuT0xs6UfzgNFfUTkSOcwCgYIKoZIzj0EAwIw
        GDEWMBQGA1UEAwwNdHdvLnpvbmEudGVzdDAgFw0yNjExMjQwMjE5MjFaGA8yMTI1
        MDYxODAyMTkyMVowGDEWMBQGA1UEAwwNdHdvLnpvbmEudGVzdDBZMBMGByqGSM49
        AgEGCCqGSM49AwEHA0IABJ8zMNpOPjlpyxyCZwjrTorJV/Mo5994htBbaSWecmN4
        iwbXs1fKVdFYw7Egi2sb2cLqE9yz0shW/Ga2Od3Xyh6jbzBtMB0GA1UdDgQWBBSt
        ulmhWEqpg3w4Mz53pesYgoOjsDAfBgNVHSMEGDAWgBStulmhWEqpg3w4Mz53pesY
        goOjsDAPBgNVHRMBAf8EBTADAQH/MBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAA
        ATAKBggqhkjOPQQDAgNIADBFAiBQ6dKXJsi1Vs9Z95dOx7Y1WBBAGK1AAWtH2dAD
        5LWRugIhAJl5EuHnhIJjpaspJ63Cp70hk/3iOerprkvioseHPpYh
        -----END CERTIFICATE-----
        """
}
