package io.parley.model.conformance;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The text constants of a class file: whatever its constant pool holds as a string. That is every literal, every inlined
 * constant and the recipe of every concatenation (with \u0001 where a value goes); names and annotations are not strings there.
 *
 * <p>Layout: Java Virtual Machine Specification, 4.4.
 */
final class Constants {

    private static final int MAGIC = 0xCAFEBABE;

    private Constants() {}

    static Set<String> of(Path classFile) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(classFile)))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalArgumentException("file=" + classFile + ", expected a class file");
            }
            in.skipNBytes(4);
            return strings(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> strings(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        Map<Integer, String> texts = new HashMap<>();
        List<Integer> strings = new ArrayList<>();
        for (int index = 1; index < count; index++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(index, in.readUTF());
                case 8 -> strings.add(in.readUnsignedShort());
                case 7, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    index++; // long and double take two places
                }
                default -> throw new IllegalArgumentException("tag=" + tag + ", expected one of the specification");
            }
        }
        Set<String> out = new LinkedHashSet<>();
        strings.forEach(index -> out.add(texts.getOrDefault(index, "")));
        return out;
    }
}
