import Commands

/// The executable; everything it does is in `Commands`.
@main
enum Zona {
    static func main() async {
        await Program.main()
    }
}
