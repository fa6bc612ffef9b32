package io.parley.site.book;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import io.parley.site.data.Findings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/** The PDF: all pages in reading order, with a table of contents and links inside the document. */
public final class Book {

    private static final String PLACE = "the book";

    /** The renderer composes its identity of this and of the contents, instead of the time. */
    private static final long IDENTITY = 1;

    private Book() {}

    /**
     * Makes it.
     *
     * @param chapters in reading order
     * @param buildLine what the title page says about the build
     * @param findings takes what the renderer complains of, such as a link that leads nowhere
     * @return a PDF, the same bytes for the same chapters
     */
    public static byte[] pdf(List<Chapter> chapters, String buildLine, Findings findings) throws IOException {
        Document document = BookDocument.of(chapters, buildLine);
        XRLog.setLoggerImpl(new Silence());
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withW3cDocument(new W3CDom().fromJsoup(document), null)
                .useSVGDrawer(new BatikSVGDrawer())
                .withProducer("Parley")
                .withDiagnosticConsumer(diagnostic -> complain(diagnostic, findings));
        Fonts.in(builder);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument pdf = renderer.getPdfDocument()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            pdf.getDocumentInformation().setCreationDate(beginningOfTime());
            pdf.setDocumentId(IDENTITY);
            pdf.save(out);
        }
        return out.toByteArray();
    }

    private static void complain(Diagnostic diagnostic, Findings findings) {
        if (Silence.concerns(diagnostic)) {
            findings.add(PLACE, diagnostic.getFormattedMessage());
        }
    }

    /** A build of the same sources has no other date to tell. */
    private static Calendar beginningOfTime() {
        Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(0);
        return calendar;
    }
}
