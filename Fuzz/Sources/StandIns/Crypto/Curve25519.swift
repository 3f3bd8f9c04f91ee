import CSodium

/// Ed25519 (RFC 8032).
public enum Curve25519 {
    /// Keys that sign and verify.
    public enum Signing {
        /// Bytes of the wrong number.
        public struct WrongSize: Error {}

        /// The half that verifies.
        public struct PublicKey: Sendable {
            /// The 32 bytes.
            public let rawRepresentation: [UInt8]

            /// Takes 32 bytes.
            public init(rawRepresentation: [UInt8]) throws {
                guard rawRepresentation.count == 32 else { throw WrongSize() }
                self.rawRepresentation = rawRepresentation
            }

            /// Whether the other half made `signature` over `message`. O(message)
            public func isValidSignature(_ signature: [UInt8], for message: [UInt8]) -> Bool {
                signature.count == 64
                    && crypto_sign_ed25519_verify_detached(signature, message, UInt64(message.count), rawRepresentation) == 0
            }
        }

        /// The half that signs.
        public struct PrivateKey: Sendable {
            /// The 32 bytes of the seed.
            public let rawRepresentation: [UInt8]
            /// The other half.
            public let publicKey: PublicKey
            private let secret: [UInt8]

            /// A new key.
            public init() {
                var seed = [UInt8](repeating: 0, count: 32)
                randombytes_buf(&seed, seed.count)
                self.init(seed)
            }

            /// The key of a seed of 32 bytes.
            public init(rawRepresentation: [UInt8]) throws {
                guard rawRepresentation.count == 32 else { throw WrongSize() }
                self.init(rawRepresentation)
            }

            private init(_ seed: [UInt8]) {
                var known = [UInt8](repeating: 0, count: 32)
                var secret = [UInt8](repeating: 0, count: 64)
                _ = crypto_sign_ed25519_seed_keypair(&known, &secret, seed)
                rawRepresentation = seed
                publicKey = PublicKey(known: known)
                self.secret = secret
            }

            /// Signs `message`. O(message)
            public func signature(for message: [UInt8]) throws -> [UInt8] {
                var signature = [UInt8](repeating: 0, count: 64)
                _ = crypto_sign_ed25519_detached(&signature, nil, message, UInt64(message.count), secret)
                return signature
            }
        }
    }
}

extension Curve25519.Signing.PublicKey {
    fileprivate init(known: [UInt8]) {
        rawRepresentation = known
    }
}
