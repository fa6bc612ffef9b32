package io.parley.model.render;

/** What all PlantUML sources begin with. */
final class Style {

    private Style() {}

    static String common(Palette palette, Detail detail) {
        boolean large = detail == Detail.SLIDE;
        return """
                skinparam backgroundColor transparent
                skinparam defaultFontName SansSerif
                skinparam defaultFontSize %2$d
                skinparam defaultFontColor %1$s
                skinparam defaultTextAlignment center
                skinparam shadowing false
                skinparam roundCorner 10
                skinparam ArrowFontSize %3$d
                skinparam ArrowThickness %4$s
                skinparam RectangleFontStyle plain
                skinparam DatabaseFontStyle plain
                skinparam PersonFontStyle plain
                """.formatted(palette.text(), large ? 16 : 12, large ? 15 : 11, large ? "1.6" : "1.2");
    }

    /** Inline style: PlantUML wants the colours of line and text without the sign that the ground has. */
    static String of(String ground, String line, String stroke, String text) {
        String ofLine = "line:" + line.substring(1) + (stroke.isEmpty() ? "" : ";line." + stroke);
        String all = ofLine + ";text:" + text.substring(1);
        return "#" + (ground.isEmpty() ? "" : "back:" + ground.substring(1) + ";") + all;
    }
}
