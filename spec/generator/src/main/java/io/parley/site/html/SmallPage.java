package io.parley.site.html;

/** A page of a part that stands beside the specification, in its style. */
public final class SmallPage {

    private SmallPage() {}

    /** The whole page around what stands below its title. */
    public static String of(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%1$s · Parley</title>
                <link rel="icon" href="../spec/favicon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="../spec/base.css">
                <link rel="stylesheet" href="../spec/site.css">
                <script src="../spec/theme.js"></script>
                </head>
                <body>
                <header class="top"><a class="brand" href="../spec/index.html"><span class="mark" \
                aria-hidden="true"></span>Parley</a></header>
                <main class="small">
                <h1>%1$s</h1>
                %2$s
                </main>
                </body>
                </html>
                """.formatted(escape(title), body);
    }

    /** Text that may hold signs of HTML. */
    public static String escape(String text) {
        return Frame.escape(text);
    }
}
