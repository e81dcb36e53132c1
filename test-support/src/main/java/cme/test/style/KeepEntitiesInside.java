package cme.test.style;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.stream.Stream;

/// No public method of a resource and no component of a record has the type of an entity.
final class KeepEntitiesInside extends ArchCondition<JavaClass> {
    KeepEntitiesInside() {
        super("keep entities inside");
    }

    @Override
    public void check(JavaClass one, ConditionEvents events) {
        if (one.getSimpleName().endsWith("Resource")) {
            one.getMethods().stream()
                    .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(method -> signature(method).anyMatch(KeepEntitiesInside::isEntity))
                    .map(method -> method.getFullName() + " has an entity in its signature")
                    .forEach(text -> events.add(SimpleConditionEvent.violated(one, text)));
        }
        if (one.isRecord()) {
            one.getFields().stream()
                    .filter(field -> isEntity(field.getType()))
                    .map(field -> field.getFullName() + " is an entity in a record")
                    .forEach(text -> events.add(SimpleConditionEvent.violated(one, text)));
        }
    }

    private static Stream<JavaType> signature(JavaCodeUnit method) {
        return Stream.concat(
                Stream.of(method.getReturnType()), method.getParameterTypes().stream());
    }

    private static boolean isEntity(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                .anyMatch(raw -> raw.isAnnotatedWith("jakarta.persistence.Entity"));
    }
}
