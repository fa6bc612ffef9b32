package io.parley.simulation.planted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The server, or the client of the simulation, with an error: the edited sources are compiled in memory, and a loader of its
 * own defines all of Parley's classes anew, the edited ones from there and the others from the class path.
 */
final class Mutant extends ClassLoader {

    private static final Path SERVER = Path.of("..", "server", "src", "main", "java", "io", "parley");
    private static final Path SIMULATION = Path.of("src", "main", "java", "io", "parley");
    private static final String OURS = "io.parley.";
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    /** One for all, because it reads the class path once. */
    private static final StandardJavaFileManager FILES = JAVAC.getStandardFileManager(null, null, null);

    private final Map<String, byte[]> edited;

    private Mutant(Map<String, byte[]> edited) {
        super(Mutant.class.getClassLoader());
        this.edited = edited;
    }

    /** @throws IllegalArgumentException if an edit does not fit the source, or the result does not compile */
    static Mutant of(Planted planted) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Planted.Edit edit : planted.edits()) {
            sources.compute(edit.type(), (type, before) -> edited(before == null ? source(type) : before, edit));
        }
        return new Mutant(compile(sources));
    }

    private static String source(String type) {
        try {
            Path root = type.startsWith("simulation/") ? SIMULATION : SERVER;
            return Files.readString(root.resolve(type + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String edited(String text, Planted.Edit edit) {
        int at = text.indexOf(edit.from());
        if (at < 0 || text.indexOf(edit.from(), at + 1) >= 0) {
            throw new IllegalArgumentException("from=" + edit.from() + ", expected once in " + edit.type());
        }
        return text.replace(edit.from(), edit.to());
    }

    /** One at a time: the file manager is not for several. */
    private static synchronized Map<String, byte[]> compile(Map<String, String> sources) {
        Memory memory = new Memory(FILES);
        List<JavaFileObject> units = sources.entrySet().stream()
                .<JavaFileObject>map(source -> new SourceText(source.getKey(), source.getValue()))
                .toList();
        boolean compiled = JAVAC.getTask(
                        null, memory, null, List.of("-nowarn", "-proc:none", "-parameters"), null, units)
                .call();
        if (!compiled) {
            throw new IllegalArgumentException("sources=" + sources.keySet() + ", expected edits that compile");
        }
        return memory.classes();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = edited.get(name);
        if (bytes == null) {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                bytes = in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static final class SourceText extends SimpleJavaFileObject {

        private final String text;

        SourceText(String type, String text) {
            super(URI.create("string:///io/parley/" + type + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what is compiled. */
    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        Memory(StandardJavaFileManager below) {
            super(below);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            written.put(name, bytes);
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }
}
