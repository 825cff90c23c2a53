export default function Page() {
  return <main>A bare page</main>;
}
