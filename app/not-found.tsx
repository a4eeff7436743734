export const metadata = { title: "Not here" };

export default function NotFound() {
  return (
    <>
      <h1>There is nothing at this address</h1>
      <p>
        The article may have been removed, or the address mistyped. Go to the <a href="/">overview</a> or the{" "}
        <a href="/articles">list of articles</a>.
      </p>
    </>
  );
}
