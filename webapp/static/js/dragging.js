// How anything is dragged, by mouse and by finger: scrolling moves nothing, a button stays a button.
export const HAND = {
  filter: "button",
  preventOnFilter: false,
  forceFallback: true,
  fallbackOnBody: true,
  fallbackTolerance: 4,
  delay: 180,
  delayOnTouchOnly: true,
  touchStartThreshold: 5,
  revertOnSpill: true,
  ghostClass: "is-ghost",
  fallbackClass: "is-held-in-hand",
};
