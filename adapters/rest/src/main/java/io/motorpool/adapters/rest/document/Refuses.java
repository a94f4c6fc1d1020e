package io.motorpool.adapters.rest.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The codes with which an operation refuses, beyond those that every operation of its kind can answer with. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    /** The present state is in the way (409). */
    String[] conflicts() default {};

    /** The request breaks a rule (422). */
    String[] rules() default {};

    /** Whoever asks did not prove who they are, in a way of this operation's own (401). */
    String[] strangers() default {};

    /** It is not a matter of the role alone (403). */
    String[] forbids() default {};

    /** It was asked for too often (429). */
    String[] limits() default {};
}
