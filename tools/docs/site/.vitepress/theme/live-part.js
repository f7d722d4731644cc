import { computed, defineComponent, h, ref, watchEffect } from 'vue';
import { useData, withBase } from 'vitepress';

/** The component of a page, live: a scene of the gallery on fakes, in the theme of the page. */
export const LivePart = defineComponent({
  name: 'LivePart',
  setup() {
    const { frontmatter, isDark, title } = useData();
    const frame = ref(null);
    const loaded = ref(0);
    const address = computed(() => {
      const { live } = frontmatter.value;
      return live
        ? `${withBase('/gallery/')}?scene=${encodeURIComponent(live.scene)}&part=${encodeURIComponent(live.part)}`
        : null;
    });
    watchEffect(() => {
      const page = loaded.value > 0 ? frame.value?.contentDocument : null;
      if (page) page.documentElement.dataset.theme = isDark.value ? 'dark' : 'light';
    });
    return () => {
      const { live } = frontmatter.value;
      if (live === undefined) return null;
      if (live === null) return h('p', { class: 'live-none' }, 'The gallery has no scene of this part.');
      return h('section', { class: 'live' }, [
        h('h2', 'Live'),
        h('p', `The scene “${live.scene}” of the gallery, on fakes: nothing is sent, and nothing is called.`),
        h('iframe', {
          ref: frame,
          key: address.value,
          src: address.value,
          title: `${title.value}, live`,
          onLoad: () => {
            loaded.value++;
          },
        }),
      ]);
    };
  },
});
