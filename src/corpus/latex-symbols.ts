type Table = ReadonlyMap<string, string>;

/** Greek letters by their LaTeX names. */
export const GREEK = table(`
  alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ
  pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω ell ℓ
  Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω
`);

/** Names that no English word shares: they are read as symbols even where the page lost their backslash. */
export const UNMISTAKABLE = table(`
  geq ≥ leq ≤ neq ≠ infty ∞ rightarrow → leftarrow ← leftrightarrow ↔ uparrow ↑ downarrow ↓
`);

/** What a LaTeX command without argument stands for. */
export const SYMBOLS: Table = new Map([
  ...GREEK,
  ...UNMISTAKABLE,
  ...table(`
    times × sim ~ approx ≈ pm ± mp ∓ le ≤ ge ≥ ne ≠ ll ≪ gg ≫ equiv ≡ propto ∝ cdot · circ ∘ div ÷ ast * star *
    to → mapsto ↦ Rightarrow ⇒ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ forall ∀ exists ∃ emptyset ∅
    sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ oplus ⊕ otimes ⊗ odot ⊙ mid | langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉
    lfloor ⌊ rfloor ⌋ bullet • dagger † ldots … cdots … dots … log log exp exp min min max max
    textless < textgreater > textasciitilde ~ textregistered ® texttrademark ™
  `),
]);

/** What a name stands for as an exponent: `0.25^{circ}` is 0.25°. */
export const RAISED = table(`
  circ ° ast * star * top ᵀ prime ′ dagger † circledR ® TM ™ st st nd nd rd rd th th
`);

export const SUPERSCRIPTS = table(`
  0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ - ⁻ a ᵃ b ᵇ c ᶜ d ᵈ e ᵉ f ᶠ g ᵍ h ʰ i ⁱ j ʲ k ᵏ l ˡ m ᵐ n ⁿ o ᵒ p ᵖ
  r ʳ s ˢ t ᵗ u ᵘ v ᵛ w ʷ x ˣ y ʸ z ᶻ A ᴬ B ᴮ D ᴰ E ᴱ G ᴳ H ᴴ I ᴵ J ᴶ K ᴷ L ᴸ M ᴹ N ᴺ O ᴼ P ᴾ R ᴿ T ᵀ U ᵁ V ⱽ W ᵂ
`);

export const SUBSCRIPTS = table(`
  0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ - ₋ a ₐ e ₑ h ₕ i ᵢ j ⱼ k ₖ l ₗ m ₘ n ₙ o ₒ p ₚ r ᵣ s ₛ t ₜ u ᵤ v ᵥ x ₓ
`);

/** The marks that LaTeX writes before a letter, as Unicode's combining characters. */
export const ACCENTS: Table = new Map([
  ['"', "\u0308"],
  ["'", "\u0301"],
  ["`", "\u0300"],
  ["^", "\u0302"],
  ["~", "\u0303"],
]);

/** Reads names and what they stand for, in turn, between blanks. */
function table(text: string): Table {
  return new Map(text.matchAll(/(\S+)\s+(\S+)/g).map(([, name = "", symbol = ""]) => [name, symbol]));
}
