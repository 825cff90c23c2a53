// Two short tones, high enough for a gym and soft enough to lie over music. Our own numbers.
const TONES_HZ = [880, 1_174] as const;
const TONE_S = 0.16;
const LOUDNESS = 0.25;
const VIBRATION_MS = [120, 80, 120];

let context: AudioContext | null = null;

/** A browser lets a page sound only after a tap: call this inside one. It does not stop other music. */
export function unlockSound() {
  try {
    context ??= new AudioContext();
    if (context.state === "suspended") void context.resume();
  } catch {
    // No sound here; the rest timer is seen and felt.
    context = null;
  }
}

/** Rest is over, or a hold. */
export function ringAlarm({ sound }: { readonly sound: boolean }) {
  if ("vibrate" in navigator) navigator.vibrate(VIBRATION_MS);
  if (!sound || context === null || context.state !== "running") return;
  for (const [index, hertz] of TONES_HZ.entries()) playTone(context, hertz, context.currentTime + index * TONE_S * 1.2);
}

function playTone(audio: AudioContext, hertz: number, at: number) {
  const tone = audio.createOscillator();
  const gain = audio.createGain();
  tone.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
  gain.gain.linearRampToValueAtTime(0, at + TONE_S);
  tone.connect(gain).connect(audio.destination);
  tone.start(at);
  tone.stop(at + TONE_S);
}
