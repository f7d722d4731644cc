import { computed, defineComponent, h, ref, watchEffect } from 'vue';
import { useData, withBase } from 'vitepress';

/** A component, live: a scene of the gallery on fakes, in the theme of the page. */
export const LivePart = defineComponent({
  name: 'LivePart',
  props: { scene: { type: String, required: true }, part: { type: String, required: true } },
  setup(props) {
    const { isDark, title } = useData();
    const frame = ref(null);
    const loaded = ref(0);
    const address = computed(
      () =>
        `${withBase('/gallery/index.html')}?scene=${encodeURIComponent(props.scene)}&part=${encodeURIComponent(props.part)}`,
    );
    watchEffect(() => {
      const theme = isDark.value ? 'dark' : 'light';
      const page = loaded.value > 0 ? frame.value?.contentDocument : null;
      if (page) page.documentElement.dataset.theme = theme;
    });
    return () => [
      h('p', `The scene “${props.scene}” of the gallery, on fakes: nothing is sent, and nothing is called.`),
      h('iframe', {
        ref: frame,
        key: address.value,
        class: 'live',
        src: address.value,
        title: `${title.value}, live`,
        onLoad: () => {
          loaded.value++;
        },
      }),
    ];
  },
});
