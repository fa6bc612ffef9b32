package io.parley.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles one class from its text against the server and its libraries. */
final class Compiler {

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    /** Shared, because it opens the jars of the class path once. */
    private static final StandardJavaFileManager FILES = JAVAC.getStandardFileManager(null, null, null);

    private Compiler() {}

    /**
     * Compiles.
     *
     * @param name full name of the class
     * @param source its text without the package line
     * @throws IllegalArgumentException if it does not compile
     */
    static synchronized void compile(String name, String source, Path folder) {
        String text = "package " + name.substring(0, name.lastIndexOf('.')) + ";\n" + source;
        try {
            FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean compiled = JAVAC.getTask(
                        null, FILES, null, List.of("-nowarn", "-proc:none"), null, List.of(unit(name, text)))
                .call();
        if (!compiled) {
            throw new IllegalArgumentException("source=" + source + ", expected one that compiles");
        }
    }

    private static JavaFileObject unit(String name, String text) {
        URI uri = URI.create("string:///" + name.replace('.', '/') + JavaFileObject.Kind.SOURCE.extension);
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
