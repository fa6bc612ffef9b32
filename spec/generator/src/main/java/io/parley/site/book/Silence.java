package io.parley.site.book;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;

/** Prints nothing: what the renderer complains of stands among the findings. */
final class Silence implements XRLogger {

    static boolean concerns(Diagnostic diagnostic) {
        return diagnostic.getLevel().intValue() >= Level.WARNING.intValue();
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return concerns(diagnostic);
    }

    @Override
    public void log(String where, Level level, String message) {}

    @Override
    public void log(String where, Level level, String message, Throwable cause) {}

    @Override
    public void setLevel(String logger, Level level) {}
}
