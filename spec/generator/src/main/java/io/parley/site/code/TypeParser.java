package io.parley.site.code;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The types of source files, by the JDK's own parser; nothing is compiled. */
final class TypeParser {

    /** Hears of each type that stands at the top of a file. */
    interface Visitor {
        void visit(String packageName, ClassTree type, @Nullable DocCommentTree comment);
    }

    private TypeParser() {}

    static void parse(List<Path> files, Visitor visitor) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees documentation = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree declared : unit.getTypeDecls()) {
                    if (declared instanceof ClassTree type) {
                        visitor.visit(
                                String.valueOf(unit.getPackageName()),
                                type,
                                documentation.getDocCommentTree(TreePath.getPath(unit, type)));
                    }
                }
            }
        }
    }
}
