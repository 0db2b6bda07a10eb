/** What a thread says of the job that it was given: on the way, at the end, or why there is no end. */
export type Said<Done, Note> = { readonly note: Note } | { readonly done: Done } | { readonly failed: Error };
