package io.parley.site.book;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.util.Objects;

/** The letters of the book, embedded into it. Words in diagrams are drawn with the sans serif of the machine, which measured them. */
final class Fonts {

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private Fonts() {}

    static void in(PdfRendererBuilder builder) {
        family(builder, "DejaVu Sans", "DejaVuSans");
        family(builder, "DejaVu Sans Condensed", "DejaVuSansCondensed");
        family(builder, "DejaVu Sans Mono", "DejaVuSansMono");
    }

    private static void family(PdfRendererBuilder builder, String family, String file) {
        font(builder, family, file, NORMAL, FontStyle.NORMAL);
        font(builder, family, file + "-Bold", BOLD, FontStyle.NORMAL);
        font(builder, family, file + "-Oblique", NORMAL, FontStyle.ITALIC);
        font(builder, family, file + "-BoldOblique", BOLD, FontStyle.ITALIC);
    }

    private static void font(PdfRendererBuilder builder, String family, String file, int weight, FontStyle style) {
        String name = FOLDER + file + ".ttf";
        builder.useFont(
                () -> Objects.requireNonNull(Fonts.class.getResourceAsStream(name), name), family, weight, style, true);
    }
}
