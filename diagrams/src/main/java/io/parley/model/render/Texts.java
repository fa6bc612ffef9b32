package io.parley.model.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text inside PlantUML sources. */
final class Texts {

    private Texts() {}

    /** Text of a size and a colour (empty for the default): PlantUML's tags end with the line, so each line gets its own. */
    static String lines(String text, int columns, int size, String colour) {
        String tint = colour.isEmpty() ? "" : "<color:" + colour + ">";
        String end = colour.isEmpty() ? "" : "</color>";
        return wrapped(text, columns).stream()
                .map(line -> "<size:" + size + ">" + tint + safe(line) + end + "</size>")
                .collect(Collectors.joining("\\n"));
    }

    /** Lines of at most about so many characters, balanced so that no short word is left alone. */
    private static List<String> wrapped(String text, int columns) {
        int lines = Math.max(1, (text.length() + columns - 1) / columns);
        int target = Math.min(columns, text.length() / lines + 6);
        List<String> out = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > target) {
                out.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        out.add(line.toString());
        return out;
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
