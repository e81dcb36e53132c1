package cme.portal.services;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A client whose methods throw [ServiceProblem] if the service does not answer.
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OutagesAsProblems {

    /// The service as the subject of a sentence for a reader, such as `The catalog`.
    @Nonbinding
    String value() default "";
}
