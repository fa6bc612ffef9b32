package io.parley.site.text;

/** Test names as people read them. */
public final class TestNames {

    private TestNames() {}

    /** {@code io.parley.log.AppendTest#refuses} becomes {@code AppendTest › refuses}; other names stay. */
    public static String readable(String test) {
        int hash = test.indexOf('#');
        if (hash < 0) {
            return test;
        }
        String type = test.substring(0, hash);
        return type.substring(type.lastIndexOf('.') + 1).replace('$', ' ') + " › " + test.substring(hash + 1);
    }
}
