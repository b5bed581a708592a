/** The archive as evidence: where pages are kept, the manifest of a run, and how it is checked. */
@NullMarked
package io.daybook.archive;

import org.jspecify.annotations.NullMarked;
