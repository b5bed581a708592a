/** What an auditor asks: do the archive and the tables still say the same? */
@NullMarked
package io.daybook.evidence;

import org.jspecify.annotations.NullMarked;
