package io.parley.site;

import io.parley.site.output.OutputFiles;
import java.io.IOException;
import java.util.List;

/**
 * Command line: writes specification, slides and what-if page, and fails when something does not hold.
 *
 * <p>They are written in either case, so that one can look at what is wrong.
 */
public final class Site {

    private Site() {}

    /**
     * Makes the site.
     *
     * @param arguments see {@link Options}
     */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.parse(arguments);
        SiteBuild build = new SiteBuild(options);
        OutputFiles files = build.files();
        files.replace(options.output());
        List<String> findings = build.findings();
        findings.forEach(finding -> System.err.println("[site] " + finding));
        if (!findings.isEmpty()) {
            System.err.println("[site] " + findings.size() + " findings; see spec/gaps.yaml and CONTRIBUTING.md");
            System.exit(1);
        }
        System.out.println("[site] " + files.paths().size() + " files in " + options.output());
    }
}
