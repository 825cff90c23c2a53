export { contactsAt, endMoment, figureAt, moveOf } from "./figure-at";
export type { FigureFrame } from "./figure-at";
export { momentAt } from "./rhythm";
export type { MoveMoment } from "./rhythm";
export type { FigureView, Move, Rhythm, Spot, Thing, Tool } from "./move";
export type { Figure, Joint, Point } from "./pose";
