import type { Programs } from './program.ts';

// The body of a Go program stands between the same lines in each of them.
function program(body: string, main: string, ...imports: readonly string[]): string {
  const list = ['"fmt"', ...imports.map((name) => `"${name}"`)].toSorted();
  const lines =
    list.length === 1
      ? `import ${list[0] ?? ''}`
      : `import (\n${list.map((name) => `\t${name}`).join('\n')}\n)`;
  const functions = body === '' ? '' : `${body}\n\n`;
  return `package main\n\n${lines}\n\n${functions}func main() {\n${main}\n}`;
}

/** Exercises in Go. */
export const go: Programs = {
  'hello-world': program('', '\tfmt.Println("Hello, world!")'),
  fibonacci: program(
    `func fibonacci(n int) int {
	a, b := 0, 1
	for i := 0; i < n; i++ {
		a, b = b, a+b
	}
	return a
}`,
    '\tfmt.Println(fibonacci(10)) // 55',
  ),
  factorial: program(
    `func factorial(n int) int {
	product := 1
	for factor := 2; factor <= n; factor++ {
		product *= factor
	}
	return product
}`,
    '\tfmt.Println(factorial(5)) // 120',
  ),
  'reverse-string': program(
    `func reverseString(text string) string {
	runes := []rune(text)
	for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
		runes[i], runes[j] = runes[j], runes[i]
	}
	return string(runes)
}`,
    '\tfmt.Println(reverseString("stream")) // maerts',
  ),
  palindrome: program(
    `func isPalindrome(text string) bool {
	var letters []rune
	for _, r := range strings.ToLower(text) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters = append(letters, r)
		}
	}
	for i, j := 0, len(letters)-1; i < j; i, j = i+1, j-1 {
		if letters[i] != letters[j] {
			return false
		}
	}
	return true
}`,
    '\tfmt.Println(isPalindrome("Never odd or even")) // true',
    'strings',
    'unicode',
  ),
  fizzbuzz: program(
    '',
    `	for n := 1; n <= 15; n++ {
		switch {
		case n%15 == 0:
			fmt.Println("FizzBuzz")
		case n%3 == 0:
			fmt.Println("Fizz")
		case n%5 == 0:
			fmt.Println("Buzz")
		default:
			fmt.Println(n)
		}
	}`,
  ),
  prime: program(
    `func isPrime(n int) bool {
	if n < 2 {
		return false
	}
	for divisor := 2; divisor*divisor <= n; divisor++ {
		if n%divisor == 0 {
			return false
		}
	}
	return true
}`,
    '\tfmt.Println(isPrime(97), isPrime(91)) // true false',
  ),
  gcd: program(
    `func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}`,
    '\tfmt.Println(gcd(48, 18)) // 6',
  ),
  'binary-search': program(
    `func binarySearch(items []int, target int) int {
	low, high := 0, len(items)-1
	for low <= high {
		middle := low + (high-low)/2
		switch {
		case items[middle] == target:
			return middle
		case items[middle] < target:
			low = middle + 1
		default:
			high = middle - 1
		}
	}
	return -1
}`,
    '\tfmt.Println(binarySearch([]int{2, 5, 11, 37, 40}, 37)) // 3',
  ),
  'bubble-sort': program(
    `func bubbleSort(items []int) {
	for end := len(items) - 1; end > 0; end-- {
		for i := 0; i < end; i++ {
			if items[i] > items[i+1] {
				items[i], items[i+1] = items[i+1], items[i]
			}
		}
	}
}`,
    '\titems := []int{5, 1, 4, 2}\n\tbubbleSort(items)\n\tfmt.Println(items) // [1 2 4 5]',
  ),
  'two-sum': program(
    `func twoSum(numbers []int, target int) (int, int, bool) {
	seen := map[int]int{}
	for i, number := range numbers {
		if j, ok := seen[target-number]; ok {
			return j, i, true
		}
		seen[number] = i
	}
	return 0, 0, false
}`,
    '\tfmt.Println(twoSum([]int{2, 7, 11, 15}, 9)) // 0 1 true',
  ),
  'count-words': program(
    `func countWords(text string) map[string]int {
	counts := map[string]int{}
	for _, word := range strings.Fields(strings.ToLower(text)) {
		counts[strings.Trim(word, ".,;:!?")]++
	}
	return counts
}`,
    '\tfmt.Println(countWords("The cat and the dog")) // map[and:1 cat:1 dog:1 the:2]',
    'strings',
  ),
  'read-file': program(
    '',
    `	text, err := os.ReadFile("notes.txt")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Print(string(text))`,
    'os',
  ),
  'http-get': program(
    '',
    `	client := http.Client{Timeout: 10 * time.Second}
	response, err := client.Get("https://example.com")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	fmt.Println(response.Status, len(body), err)`,
    'io',
    'net/http',
    'time',
  ),
  'http-server': program(
    '',
    `	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "you asked for %s\\n", r.URL.Path)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:8000", nil))`,
    'log',
    'net/http',
  ),
  'sse-server': program(
    `func events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "streaming is not supported", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-cache")
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for id := 1; ; id++ {
		select {
		case <-r.Context().Done():
			return // The client has hung up.
		case <-ticker.C:
			fmt.Fprintf(w, "id: %d\\ndata: tick %d\\n\\n", id, id)
			flusher.Flush()
		}
	}
}`,
    '\thttp.HandleFunc("/events", events)\n\tlog.Fatal(http.ListenAndServe("127.0.0.1:8000", nil))',
    'log',
    'net/http',
    'time',
  ),
  'sse-client': program(
    '',
    `	response, err := http.Get("http://127.0.0.1:8000/events")
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	lines := bufio.NewScanner(response.Body)
	for lines.Scan() {
		if data, found := strings.CutPrefix(lines.Text(), "data:"); found {
			fmt.Println(strings.TrimPrefix(data, " "))
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}`,
    'bufio',
    'log',
    'net/http',
    'strings',
  ),
};
