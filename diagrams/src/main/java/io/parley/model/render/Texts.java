package io.parley.model.render;

/** Text inside PlantUML sources. */
final class Texts {

    private Texts() {}

    /** Breaks text into lines of at most about {@code columns} characters, joined by PlantUML's line break. */
    static String wrap(String text, int columns) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (String word : text.strip().split(" +", -1)) {
            if (column > 0 && column + 1 + word.length() > columns) {
                out.append("\\n");
                column = 0;
            } else if (column > 0) {
                out.append(' ');
                column++;
            }
            out.append(safe(word));
            column += word.length();
        }
        return out.toString();
    }

    /** Keeps a text from being read as markup: tilde is PlantUML's escape for its creole signs. */
    static String safe(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "<U+0022>")
                .replace("__", "~__")
                .replace("--", "~--")
                .replace("**", "~**");
    }
}
