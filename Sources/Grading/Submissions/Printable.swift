func printable(_ text: String) -> String { text }
