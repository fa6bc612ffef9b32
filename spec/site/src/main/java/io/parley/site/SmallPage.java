package io.parley.site;

/** A page of a part beside the specification, in its style. */
final class SmallPage {

    private SmallPage() {}

    /** The whole page around what stands below its title. */
    static String of(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%1$s · Parley</title>
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
                """.formatted(title, body);
    }
}
