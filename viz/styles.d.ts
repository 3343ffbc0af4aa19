/** A style sheet that belongs to a part of the page which is loaded when it is first asked for. */
declare module '*.css'
