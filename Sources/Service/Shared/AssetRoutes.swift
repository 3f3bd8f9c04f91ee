import HTTPTypes
import Hummingbird
import Markup

/// What pages need besides themselves, and what machines ask for.
struct AssetRoutes {
    func add(to router: Router<ZonaContext>) {
        let style = ByteBuffer(bytes: StyleSheet.bytes)
        router.get(RouterPath(SitePath.styleSheet.pattern)) { _, _ in
            Response(
                status: .ok,
                headers: [
                    .contentType: "text/css; charset=utf-8",
                    .cacheControl: "public, max-age=31536000, immutable",
                ], body: ResponseBody(byteBuffer: style))
        }
        router.get(RouterPath(SitePath.icon.pattern)) { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "image/svg+xml", .cacheControl: "public, max-age=86400"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: Brand.icon.bytes)))
        }
        router.get(RouterPath(SitePath.health.pattern)) { _, _ in Self.plain("ok\n") }
        router.get(RouterPath(SitePath.robots.pattern)) { _, _ in
            Self.plain("User-agent: *\nDisallow: /\(SitePath.sample(nil).address.text.dropFirst())\nAllow: /\n")
        }
    }

    private static func plain(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
