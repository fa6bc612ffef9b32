package io.parley.site.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.asciidoctor.Asciidoctor;

/**
 * Ruby with the libraries that convert. It takes seconds to start and needs nothing of the project, so one may start it while
 * the project is read. For one thread at a time.
 */
public final class Engine implements AutoCloseable {

    private static final String GEMS = "/io/parley/site/text/gems.rb";

    private final Asciidoctor asciidoctor;

    private Engine() {
        asciidoctor = Asciidoctor.Factory.create();
        load(GEMS);
    }

    /** Starts one. */
    public static Engine start() {
        return new Engine();
    }

    Asciidoctor asciidoctor() {
        return asciidoctor;
    }

    @Override
    public void close() {
        asciidoctor.close();
    }

    private void load(String name) {
        try (InputStream script = Engine.class.getResourceAsStream(name)) {
            asciidoctor.rubyExtensionRegistry().loadClass(Objects.requireNonNull(script, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
