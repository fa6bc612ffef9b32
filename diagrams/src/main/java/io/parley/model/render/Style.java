package io.parley.model.render;

/** What all PlantUML sources begin with. */
final class Style {

    private Style() {}

    static String common(Palette palette) {
        return """
                skinparam backgroundColor transparent
                skinparam defaultFontName SansSerif
                skinparam defaultFontSize 12
                skinparam defaultFontColor %1$s
                skinparam defaultTextAlignment center
                skinparam shadowing false
                skinparam roundCorner 10
                skinparam ArrowFontSize 11
                skinparam ArrowThickness 1.2
                skinparam RectangleFontStyle plain
                skinparam DatabaseFontStyle plain
                skinparam PersonFontStyle plain
                """.formatted(palette.text());
    }
}
