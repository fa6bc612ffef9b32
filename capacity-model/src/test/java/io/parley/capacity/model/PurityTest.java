package io.parley.capacity.model;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import org.junit.jupiter.api.Test;

/** The model must run where there is no JDK. */
@Verifies("QG-8")
class PurityTest {

    private static final ArchRule JAVA_LANG_ONLY = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java.lang", "java.lang.invoke", "io.parley.capacity.model", "org.jspecify.annotations"));

    @Test
    void theModelDependsOnJavaLangOnly() {
        JAVA_LANG_ONLY.check(of("io.parley.capacity.model"));
    }

    @Test
    void refusesAModelThatReadsFiles() {
        boolean caught =
                JAVA_LANG_ONLY.evaluate(of("io.parley.capacity.scenario")).hasViolation();

        ProofLog.add(new RuleProof("the capacity model depends on java.lang only", "classes that read files", caught));
        assertThat(caught).isTrue();
    }

    private static JavaClasses of(String name) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(name);
    }
}
