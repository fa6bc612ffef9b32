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

    /** Few lines of at most so many characters (a longer word stands alone), and as narrow as that many lines can be. */
    private static List<String> wrapped(String text, int columns) {
        List<String> best = filled(text, columns);
        for (int narrower = columns - 1; narrower > 0; narrower--) {
            List<String> lines = filled(text, narrower);
            if (lines.size() > best.size()) {
                return best;
            }
            best = lines;
        }
        return best;
    }

    private static List<String> filled(String text, int columns) {
        List<String> out = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > columns) {
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
